using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CodeRelay.Text;

/// <summary>Reads untrusted YAML. Every error is reported as one exception with line and column.</summary>
internal static class YamlText
{
    /// <summary>Reads all documents of a text.</summary>
    /// <exception cref="YamlTextException">The text is not valid YAML.</exception>
    public static IReadOnlyList<YamlDocument> Read(string text)
    {
        using var reader = new StringReader(text);
        var scanner = new Scanner(reader);
        try
        {
            var stream = new YamlStream();
            stream.Load(new Parser(scanner));
            return [.. stream.Documents];
        }
        catch (YamlException e)
        {
            throw new YamlTextException((int)e.Start.Line, (int)e.Start.Column, e.InnerException?.Message ?? e.Message);
        }
        catch (InvalidOperationException)
        {
            // The scanner reports an unclosed bracket as an invalid state.
            throw new YamlTextException((int)scanner.CurrentPosition.Line, (int)scanner.CurrentPosition.Column, "a bracket is not closed");
        }
    }
}

/// <summary>A text is not valid YAML.</summary>
/// <param name="line">1-based.</param>
/// <param name="column">1-based.</param>
/// <param name="message">The error.</param>
internal sealed class YamlTextException(int line, int column, string message) : Exception(message)
{
    public int Line { get; } = line;

    public int Column { get; } = column;
}
