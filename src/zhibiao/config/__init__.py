"""Limits that keep reading bounded."""
