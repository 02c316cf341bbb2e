"""D: does the document hold together?"""
