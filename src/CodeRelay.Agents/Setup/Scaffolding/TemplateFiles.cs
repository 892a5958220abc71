using System.Text;

namespace CodeRelay.Agents.Setup.Scaffolding;

/// <summary>The files of the template `coderelay`, embedded unchanged. A group is one of its directories.</summary>
internal static class TemplateFiles
{
    private const string Prefix = "Scaffolding/";

    /// <summary>The files of a group, by path, with the tokens replaced.</summary>
    public static IEnumerable<(string Path, string Content)> Of(string group, TemplateTokens tokens)
    {
        var assembly = typeof(TemplateFiles).Assembly;
        var start = $"{Prefix}{group}/";
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            var path = name.Replace('\\', '/');
            if (!path.StartsWith(start, StringComparison.Ordinal))
                continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            yield return (tokens.Apply(path[start.Length..]), tokens.Apply(reader.ReadToEnd().ReplaceLineEndings("\n")));
        }
    }
}
