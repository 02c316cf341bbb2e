"""A: is the level plausible and supported?"""
