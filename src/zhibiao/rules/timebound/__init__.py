"""T: is it said by when?"""
