# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The meeting at her side of the table and at the shared screen: six steps, one view each."""
