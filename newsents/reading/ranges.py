"""Stretches of tokens."""

from __future__ import annotations

TokenRange = tuple[int, int]
"""First token and the token after the last."""
