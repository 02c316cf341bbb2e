"""R: does it measure this project, in the right place?"""
