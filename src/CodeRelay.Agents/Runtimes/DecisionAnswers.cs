using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CodeRelay.Agents.Runtimes;

/// <summary>The answers that Claude Code introduced and several runtimes share, and their variants. Codex rejects additional keys.</summary>
internal static class DecisionAnswers
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static HookAnswer Block(string reason, string decision = "block") => Write(json =>
    {
        json.WriteString("decision", decision);
        json.WriteString("reason", reason);
    });

    /// <summary>The same inside the event-specific object; VS Code ignores it at the top level.</summary>
    public static HookAnswer BlockInside(string reason) => Write(json =>
    {
        json.WriteStartObject("hookSpecificOutput");
        json.WriteString("hookEventName", "Stop");
        json.WriteString("decision", "block");
        json.WriteString("reason", reason);
        json.WriteEndObject();
    });

    /// <summary>An answer with a single text.</summary>
    public static HookAnswer Text(string key, string text) => Write(json => json.WriteString(key, text));

    // Without hookEventName the context is dropped silently.
    public static HookAnswer InjectAtSessionStart(string context) => Write(json =>
    {
        json.WriteStartObject("hookSpecificOutput");
        json.WriteString("hookEventName", "SessionStart");
        json.WriteString("additionalContext", context);
        json.WriteEndObject();
    });

    private static HookAnswer Write(Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }

        return new HookAnswer(Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n");
    }
}
