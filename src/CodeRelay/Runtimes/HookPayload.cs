using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CodeRelay.Runtimes;

/// <summary>What a runtime says on standard input when it calls a hook. Everything may be missing.</summary>
public sealed record HookPayload
{
    /// <summary>The runtime's id of the session; empty when it gave none.</summary>
    public string SessionId { get; init; } = "";

    /// <summary>Full path of the directory that the agent works in, or null.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Why a session starts: startup, resume, clear, compact, fork; empty when not said.</summary>
    public string Source { get; init; } = "";

    /// <summary>True while the agent goes on because a stop hook made it.</summary>
    public bool IsContinuation { get; init; }

    /// <summary>True while work that the agent started still runs in the background.</summary>
    public bool HasBackgroundWork { get; init; }

    /// <summary>What the agent said last, or null when the runtime does not tell.</summary>
    public string? LastMessage { get; init; }

    /// <summary>Reads the JSON object that Claude Code, Codex and most others send; unknown keys are skipped.</summary>
    /// <param name="utf8">The bytes of standard input; blank counts as an empty object.</param>
    /// <param name="payload">The payload, or null when the bytes are no JSON object.</param>
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
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                payload = payload.Read(ref reader);
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

    private HookPayload Read(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("session_id"u8))
            return this with { SessionId = ReadString(ref reader) ?? "" };
        if (reader.ValueTextEquals("cwd"u8))
            return this with { WorkingDirectory = ReadString(ref reader) };
        if (reader.ValueTextEquals("source"u8))
            return this with { Source = ReadString(ref reader) ?? "" };
        if (reader.ValueTextEquals("stop_hook_active"u8))
            return this with { IsContinuation = reader.Read() && reader.TokenType == JsonTokenType.True };
        if (reader.ValueTextEquals("last_assistant_message"u8))
            return this with { LastMessage = ReadString(ref reader) };
        if (reader.ValueTextEquals("background_tasks"u8))
            return this with { HasBackgroundWork = ReadHasItems(ref reader) };
        reader.Skip();
        return this;
    }

    private static string? ReadString(ref Utf8JsonReader reader)
    {
        reader.Read();
        var value = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        reader.Skip();
        return value;
    }

    private static bool ReadHasItems(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return false;
        }

        var depth = reader.CurrentDepth;
        var any = false;
        while (reader.Read() && reader.CurrentDepth > depth)
            any = true;
        return any;
    }
}
