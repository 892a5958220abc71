using System.Text.Json;

namespace CodeRelay.Agents.Runtimes;

/// <summary>The members of a hook's JSON that identify the session and the caller.</summary>
internal struct PayloadKeys
{
    private string? _snakeId;
    private string? _camelId;
    private string? _conversation;
    private bool _hasSnakeEvent;
    private bool _hasCamelEvent;
    private bool _hasCursorVersion;

    /// <summary>The session id. Cursor's stop event has only the conversation id, so that one comes first.</summary>
    public readonly string SessionId => _conversation ?? _snakeId ?? _camelId ?? "";

    public readonly PayloadShape Shape => this switch
    {
        { _conversation: not null, _hasCursorVersion: true } => PayloadShape.Cursor,
        { _snakeId: not null } or { _hasSnakeEvent: true } or { _camelId: null } => PayloadShape.Common,
        { _hasCamelEvent: true } => PayloadShape.VSCode,
        _ => PayloadShape.CopilotCli,
    };

    /// <summary>Stores the reader's current member if it is one of these.</summary>
    public bool Take(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("session_id"u8))
            _snakeId = HookPayload.JsonText(ref reader);
        else if (reader.ValueTextEquals("sessionId"u8))
            _camelId = HookPayload.JsonText(ref reader);
        else if (reader.ValueTextEquals("conversation_id"u8))
            _conversation = HookPayload.JsonText(ref reader);
        else if (reader.ValueTextEquals("hook_event_name"u8))
            _hasSnakeEvent = HookPayload.JsonText(ref reader) is not null;
        else if (reader.ValueTextEquals("hookEventName"u8))
            _hasCamelEvent = HookPayload.JsonText(ref reader) is not null;
        else if (reader.ValueTextEquals("cursor_version"u8))
            _hasCursorVersion = HookPayload.JsonText(ref reader) is not null;
        else
            return false;
        return true;
    }
}
