"""The code of the how-to guides, as a clinic's own site would hold it. The guides quote it; test_howto.py runs it."""
