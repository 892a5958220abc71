using System.Text;
using System.Text.Json;
using CodeRelay.Analysis;

namespace CodeRelay.Formats;

/// <summary>An output format for the findings of a run. Stateless; always UTF-8 without byte order mark and with line feeds.</summary>
public abstract class Format
{
    /// <summary>The value for `--format`.</summary>
    public abstract string Name { get; }

    /// <summary>One line for lists of the formats, naming the reader.</summary>
    public abstract string Summary { get; }

    /// <summary>The file extension, without the dot.</summary>
    public abstract string Extension { get; }

    /// <summary>The facts that the format shows, so that the analyzer can prefetch them.</summary>
    internal virtual Facts Needs => Facts.None;

    public abstract void Write(AnalysisResult result, FormatOptions options, Stream output);
}

/// <summary>A line-based format.</summary>
internal abstract class LineFormat : Format
{
    public override string Extension => "txt";

    public sealed override void Write(AnalysisResult result, FormatOptions options, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 4 * 1024, leaveOpen: true) { NewLine = "\n" };
        Write(result, options, writer);
    }

    protected abstract void Write(AnalysisResult result, FormatOptions options, TextWriter output);
}

/// <summary>A format of one indented JSON value and a final line break.</summary>
internal abstract class JsonDocumentFormat : Format
{
    public override string Extension => "json";

    public sealed override void Write(AnalysisResult result, FormatOptions options, Stream output) =>
        JsonText.Write(output, json => Write(result, json));

    protected abstract void Write(AnalysisResult result, Utf8JsonWriter json);
}
