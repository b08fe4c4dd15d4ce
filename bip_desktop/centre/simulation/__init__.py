# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Invented worlds with known truth: for demonstration, for tests, and to see whether analyses find what is there."""
