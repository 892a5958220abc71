using System.Text.RegularExpressions;
using CodeRelay.Runtimes.Settings;

namespace CodeRelay.Runtimes.Servers;

/// <summary>Servers in TOML: tables below one, or keys of it in whatever form.</summary>
/// <param name="key">The name of the table.</param>
internal sealed partial class TomlServers(string key) : SettingsFormat
{
    /// <summary>Our table.</summary>
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
        if (document.Tables[0].Values.Find(value => value.Key is [var only] && only == key) is { } inline)
            throw TextPlace.Error(settings.Path, document.Text, inline.Start, $"'{key}' is a value here, so no [{key}.{OwnServer.Name}] can be added; write its servers as tables");
        if (document.Tables.FirstOrDefault(table => table.IsArrayItem && table.Name is [var only] && only == key) is { } list)
            throw TextPlace.Error(settings.Path, document.Text, list.Start, $"'{key}' is a list here, so no [{key}.{OwnServer.Name}] can be added; write its servers as tables");
        if (Parts(document).FirstOrDefault(part => part.Server == OwnServer.Name) is { Server: not null } other)
            throw TextPlace.Error(settings.Path, document.Text, other.Start, $"another server is called '{OwnServer.Name}' here; give it another name");
    }

    // All that belongs to servers of ours; what was added below such a table means nothing without it.
    private List<(int Start, int End)> Ours(TomlDocument document, Func<string, string, bool> isOurs) =>
    [
        .. from server in Parts(document).GroupBy(part => part.Server, StringComparer.Ordinal)
           where isOurs(server.Key, string.Join(' ', server.SelectMany(part => Literal().Matches(document.Text[part.ValuesStart..part.End]).Select(literal => literal.Value.Trim('"', '\'')))))
           from part in server
           select (part.Start, part.End),
    ];

    private static bool IsOurs(string name, string commandLine) => OwnServer.Matches(commandLine);

    private IEnumerable<(string Server, int Start, int ValuesStart, int End)> Parts(TomlDocument document)
    {
        foreach (var table in document.Tables)
        {
            if (table.Name is [var owner, var name, ..] && owner == key)
            {
                yield return (name, table.Start, table.HeaderEnd, table.End);
                continue;
            }

            var depth = table.Name is [var only] && only == key ? 0 : table.Name.Count == 0 ? 1 : -1;
            foreach (var value in depth < 0 ? [] : table.Values.Where(value => value.Key.Count > depth && (depth == 0 || value.Key[0] == key)))
                yield return (value.Key[depth], value.Start, value.Start, value.End);
        }
    }

    [GeneratedRegex("""
        "(?:[^"\\\n]|\\.)*"|'[^'\n]*'
        """, RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literal();
}
