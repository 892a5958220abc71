using System.Text;

namespace CodeRelay.Agents.Runtimes;

/// <summary>The settings and scripts stored as files beside the runtimes' sources.</summary>
internal static class EmbeddedText
{
    /// <param name="path">Relative to the Runtimes folder.</param>
    public static string Read(string path)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream("Runtimes/" + path)
            ?? throw new InvalidOperationException($"'Runtimes/{path}' is not embedded");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
