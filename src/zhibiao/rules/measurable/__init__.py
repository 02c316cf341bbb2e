"""M: could two auditors check the value and agree?"""
