namespace CodeRelay.Agents.Runtimes;

/// <summary>
/// Programs whose payload is recognizable by its keys. Several runtimes read one settings file, so the `--runtime` of a hook
/// line may not be the caller.
/// </summary>
internal enum PayloadShape
{
    /// <summary>The keys of Claude Code, which most others use too.</summary>
    Common,

    /// <summary>`sessionId` and `hookEventName`.</summary>
    VSCode,

    /// <summary>`sessionId` without an event name.</summary>
    CopilotCli,

    /// <summary>`conversation_id` and `cursor_version`.</summary>
    Cursor,
}
