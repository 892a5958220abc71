using CodeRelay.Agents.Editing;
using CodeRelay.Text;

namespace CodeRelay.Agents.Runtimes.Settings;

/// <summary>Servers in TOML: tables below one table, or keys of it in any form.</summary>
/// <param name="key">The name of the table.</param>
internal sealed class TomlServers(string key) : SettingsFormat
{
    /// <summary>CodeRelay's table.</summary>
    public static string Entry(string key) => $"[{key}.{OwnServer.Name}]\ncommand = \"coderelay\"\nargs = [\"mcp\"]\n";

    public override byte[] Install(HookSettings settings, byte[] current)
    {
        var document = TomlDocument.Parse(settings.Path, current);
        if (Ours(document, IsOurs).Count > 0)
            return current;
        Refuse(settings, document);
        var text = document.Text;
        var newLine = TextPlace.LineEnd(text);
        var gap = string.IsNullOrWhiteSpace(text) ? "" : text.EndsWith('\n') ? newLine : newLine + newLine;
        var installed = TextPlace.Encode(current, text + gap + settings.Template.ReplaceLineEndings(newLine));
        TomlDocument.Parse(settings.Path, installed);
        return installed;
    }

    public override byte[] Uninstall(HookSettings settings, byte[] current, byte[]? before)
    {
        var document = TomlDocument.Parse(settings.Path, current);
        var text = document.Text;
        foreach (var (start, end) in Ours(document, OwnServer.IsWritten).OrderByDescending(part => part.Start))
            text = text[..TextPlace.BlankBefore(text, TextPlace.LineStart(text, start))] + text[TextPlace.NextLine(text, end)..];
        return text == document.Text ? current : TextPlace.Encode(current, text);
    }

    public override HookPresence Look(HookSettings settings, byte[] current) => new(Ours(TomlDocument.Parse(settings.Path, current), IsOurs).Count > 0, IsOlder: false);

    private void Refuse(HookSettings settings, TomlDocument document)
    {
        if (document.Tables[0].Values.FirstOrDefault(value => value.Key is [var only] && only == key) is { } inline)
            throw TextPlace.Error(settings.Path, document.Text, inline.Start, $"'{key}' is a value here, so no [{key}.{OwnServer.Name}] can be added; write its servers as tables");
        if (document.Tables.FirstOrDefault(table => table.IsArrayItem && table.Name is [var only] && only == key) is { } list)
            throw TextPlace.Error(settings.Path, document.Text, list.Start, $"'{key}' is a list here, so no [{key}.{OwnServer.Name}] can be added; write its servers as tables");
        if (Parts(document.Tables, key).FirstOrDefault(part => part.Server == OwnServer.Name) is { Server: not null } other)
            throw TextPlace.Error(settings.Path, document.Text, other.Start, $"another server is called '{OwnServer.Name}' here; give it another name");
    }

    // All parts of CodeRelay's servers; subtables that users added mean nothing without them.
    private List<(int Start, int End)> Ours(TomlDocument document, Func<string, string, bool> isOurs) =>
    [
        .. from server in Parts(document.Tables, key).GroupBy(part => part.Server, StringComparer.Ordinal)
           where isOurs(server.Key, string.Join(' ', server.SelectMany(part => part.Strings)))
           from part in server
           select (part.Start, part.End),
    ];

    private static bool IsOurs(string name, string commandLine) => OwnServer.Matches(commandLine);

    /// <summary>The parts of servers in settings, in any form; a server may have several.</summary>
    /// <param name="tables">The settings.</param>
    /// <param name="key">The name of the table.</param>
    internal static IEnumerable<(string Server, int Start, int End, IEnumerable<string> Strings)> Parts(IEnumerable<TomlTable> tables, string key)
    {
        foreach (var table in tables)
        {
            if (table.Name is [var owner, var name, ..] && owner == key)
            {
                yield return (name, table.Start, table.End, table.Values.SelectMany(value => value.Strings));
                continue;
            }

            var depth = table.Name is [var only] && only == key ? 0 : table.Name.Count == 0 ? 1 : -1;
            foreach (var value in depth < 0 ? [] : table.Values.Where(value => value.Key.Count > depth && (depth == 0 || value.Key[0] == key)))
                yield return (value.Key[depth], value.Start, value.End, value.Strings);
        }
    }
}
