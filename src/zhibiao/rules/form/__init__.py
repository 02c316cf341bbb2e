"""F: is the row filled in at all?"""
