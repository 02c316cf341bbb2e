"""S: could a stranger tell what is measured, and on what?"""
