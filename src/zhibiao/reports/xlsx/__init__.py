"""The workbook that reviewers live in."""
