# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What people do with it, one use case a module. The outside is spoken to through `ports`."""
