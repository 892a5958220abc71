using System.Text.RegularExpressions;
using CodeRelay.Workspace;

namespace CodeRelay.Runtimes.Codex;

/// <summary>Reads the names of MCP servers from config.toml: tables `[mcp_servers.name]`.</summary>
internal static partial class CodexServers
{
    public static IReadOnlySet<string> Names(params ReadOnlySpan<string> files)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            try
            {
                if (RegularFile.HasContent(file))
                    names.UnionWith(Table().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // What cannot be read names no server.
            }
        }

        return names;
    }

    [GeneratedRegex("""^[ \t]*\[[ \t]*mcp_servers[ \t]*\.[ \t]*(?:"(?<name>[^"\n]+)"|'(?<name>[^'\n]+)'|(?<name>[\w-]+))[ \t]*[\].]""", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Table();
}
