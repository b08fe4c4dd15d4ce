# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the field knows: questionnaires, meetings, progression. Standard library only."""
