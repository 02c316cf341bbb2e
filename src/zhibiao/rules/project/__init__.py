"""P: does the table hold together?"""
