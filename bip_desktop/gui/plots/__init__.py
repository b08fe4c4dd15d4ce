# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Pictures of progress, drawn from the same frozen series as their tables and sentences."""
