# Written by `coderelay hooks install`, which replaces and removes it as long as this line is here.
# Called by hooks on Windows, where a hook line cannot say "or else" in every shell: hands over to the coderelay command,
# and where that is not installed does the five-minute rule at the agent's stop with PowerShell alone.
# It answers once per turn, says nothing when there is nothing to say, and never fails.
# More (commits since, dead paths, open questions): dotnet tool install --global CodeRelay.Tool
param([string]$HookEvent = 'stop', [string]$Runtime = 'codex')

try {
    $utf8 = New-Object System.Text.UTF8Encoding $false
    [Console]::InputEncoding = $utf8
    [Console]::OutputEncoding = $utf8
    $OutputEncoding = $utf8

    $payload = ''
    if ([Console]::IsInputRedirected) { $payload = [Console]::In.ReadToEnd() }

    if (Get-Command coderelay -CommandType Application -ErrorAction SilentlyContinue) {
        $payload | coderelay hook $HookEvent --runtime $Runtime
        exit 0
    }

    if ($HookEvent -ne 'stop') { exit 0 }
    if ($env:CODERELAY_DISABLED -and $env:CODERELAY_DISABLED -ne '0') { exit 0 }
    if ($payload.Trim()) {
        $call = $payload | ConvertFrom-Json
        if ($call.stop_hook_active) { exit 0 }
        if (@($call.background_tasks | Where-Object { $_ }).Count -gt 0) { exit 0 }
    }

    $root = $null
    if (Get-Command git -CommandType Application -ErrorAction SilentlyContinue) { $root = git rev-parse --show-toplevel 2>$null }
    if (-not $root) { $root = Split-Path (Split-Path $PSScriptRoot) }

    $packet = 'HANDOFF.md', 'src/HANDOFF.md', 'docs/HANDOFF.md', '.agents/HANDOFF.md', '.coderelay/HANDOFF.md' |
        Where-Object { Test-Path -LiteralPath (Join-Path $root $_) -PathType Leaf } |
        Select-Object -First 1
    if (-not $packet) { exit 0 }

    $changed = (Get-Item -LiteralPath (Join-Path $root $packet) -Force).LastWriteTimeUtc
    $age = [Math]::Floor(([DateTime]::UtcNow - $changed).TotalSeconds)
    if ($age -le 300) { exit 0 }

    $minutes = [Math]::Floor($age / 60)
    $reason = "$packet was last written $minutes minutes ago, so the next session cannot rely on it. " +
        'Before stopping, let it answer five questions in less than a page: the current goal in one sentence, what is still in progress, ' +
        'the next 3 concrete steps, the files that matter most, bugs and blockers. What was done belongs in git log. ' +
        '(This is the five-minute rule of coderelay-hook.ps1; the check against git comes with: dotnet tool install --global CodeRelay.Tool)'
    [ordered]@{ decision = 'block'; reason = $reason } | ConvertTo-Json -Compress
}
catch {
    # A hook that cannot judge lets the agent go.
}
exit 0
