using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CodeRelay.Formats;

/// <summary>Writes JSON in the style that every `--format json` shares.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        // The output is a file or a pipe, never part of a page, so text stays readable; control characters and quotes are still escaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes one indented value and a line break.</summary>
    public static void Write(Stream output, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, Options))
            write(json);
        output.WriteByte((byte)'\n');
    }

    /// <summary>Writes a record as one indented value and a line break.</summary>
    public static void Write<T>(Stream output, T value, JsonTypeInfo<T> type) => Write(output, json => JsonSerializer.Serialize(json, value, type));

    /// <summary>Writes a string, or null.</summary>
    public static void WriteStringOrNull(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteString(name, value);
    }
}
