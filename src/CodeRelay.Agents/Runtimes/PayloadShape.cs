namespace CodeRelay.Agents.Runtimes;

/// <summary>
/// Programs whose JSON is known by its keys alone. Settings files of one runtime are read by others, so the `--runtime` of a hook
/// line may name somebody else than the caller.
/// </summary>
internal enum PayloadShape
{
    /// <summary>The keys of Claude Code, which most others took over.</summary>
    Common,

    /// <summary>`sessionId` and `hookEventName`.</summary>
    VSCode,

    /// <summary>`sessionId` and no name of the event.</summary>
    CopilotCli,

    /// <summary>`conversation_id` and `cursor_version`.</summary>
    Cursor,
}
