using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CodeRelay.Agents.Runtimes;

/// <summary>The payload that a runtime passes to a hook on standard input. Every part is optional.</summary>
internal sealed record HookPayload
{
    /// <summary>The runtime's session id; empty without one.</summary>
    public string SessionId { get; init; } = "";

    /// <summary>Full path of the agent's working directory, or null.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The reason of a session start: startup, resume, clear, compact, fork; empty when unknown.</summary>
    public string Source { get; init; } = "";

    /// <summary>True while the agent continues because of a stop hook.</summary>
    public bool IsContinuation { get; init; }

    /// <summary>True while the agent's background work still runs.</summary>
    public bool HasBackgroundWork { get; init; }

    /// <summary>The agent's last message, or null when the runtime does not pass it.</summary>
    public string? LastMessage { get; init; }

    /// <summary>The number of continuations that stop hooks caused; 0 when unknown.</summary>
    public int LoopCount { get; init; }

    /// <summary>The end of the turn in the runtime's own term; empty when unknown.</summary>
    public string Status { get; init; } = "";

    /// <summary>True when the user or an error ended the turn, so that a block has no effect.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>The program recognized by its keys.</summary>
    public PayloadShape Shape { get; init; }

    /// <summary>Parses the JSON object of Claude Code, Codex and most others; unknown keys are skipped.</summary>
    /// <param name="utf8">The bytes of standard input; blank input counts as an empty object.</param>
    /// <param name="payload">The payload, or null when the bytes are not a JSON object.</param>
    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out HookPayload? payload)
    {
        payload = new HookPayload();
        if (utf8.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        if (utf8.Trim(" \t\r\n"u8).IsEmpty)
            return true;
        try
        {
            var reader = new Utf8JsonReader(utf8);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return Fail(out payload);
            var keys = new PayloadKeys();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                payload = payload.Read(ref reader, ref keys);
            payload = payload with { SessionId = keys.SessionId, Shape = keys.Shape };
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Fail(out payload);
        }
    }

    private static bool Fail(out HookPayload? payload)
    {
        payload = null;
        return false;
    }

    private HookPayload Read(ref Utf8JsonReader reader, ref PayloadKeys keys)
    {
        if (keys.Take(ref reader))
            return this;
        if (reader.ValueTextEquals("cwd"u8) || reader.ValueTextEquals("working_dir"u8))
            return this with { WorkingDirectory = JsonText(ref reader) ?? WorkingDirectory };
        if (reader.ValueTextEquals("workspace_roots"u8) || reader.ValueTextEquals("workspaceRoots"u8))
            return ReadItems(ref reader) is (_, { } first) ? this with { WorkingDirectory = WorkingDirectory ?? first } : this;
        if (reader.ValueTextEquals("source"u8))
            return this with { Source = JsonText(ref reader) ?? "" };
        if (reader.ValueTextEquals("status"u8))
            return this with { Status = JsonText(ref reader) ?? "" };
        if (reader.ValueTextEquals("loop_count"u8))
            return this with { LoopCount = ReadCount(ref reader) };
        if (reader.ValueTextEquals("stop_hook_active"u8))
            return this with { IsContinuation = reader.Read() && reader.TokenType == JsonTokenType.True };
        if (reader.ValueTextEquals("last_assistant_message"u8))
            return this with { LastMessage = JsonText(ref reader) };
        if (reader.ValueTextEquals("background_tasks"u8))
            return this with { HasBackgroundWork = ReadItems(ref reader).Any };
        reader.Skip();
        return this;
    }

    /// <summary>The value of the reader's current member: its text, or null for anything but a string.</summary>
    internal static string? JsonText(ref Utf8JsonReader reader)
    {
        reader.Read();
        var value = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        reader.Skip();
        return value;
    }

    private static int ReadCount(ref Utf8JsonReader reader)
    {
        reader.Read();
        var count = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var value) ? value : 0;
        reader.Skip();
        return count;
    }

    private static (bool Any, string? First) ReadItems(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return (false, null);
        }

        var depth = reader.CurrentDepth;
        var (any, first) = (false, (string?)null);
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            first = any ? first : reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            any = true;
        }

        return (any, first);
    }
}
