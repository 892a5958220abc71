using CodeRelay.Agents.Runtimes.Settings;
using CodeRelay.Files;
using CodeRelay.Text;

namespace CodeRelay.Agents.Runtimes.Codex;

/// <summary>Reads the names of MCP servers from config.toml.</summary>
internal static class CodexServers
{
    public static IReadOnlySet<string> Names(params ReadOnlySpan<string> files)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            try
            {
                if (RegularFile.HasContent(file))
                    names.UnionWith(TomlServers.Parts(TomlText.Read(File.ReadAllText(file)), "mcp_servers").Select(part => part.Server));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // An unreadable file counts as one without servers.
            }
        }

        return names;
    }
}
