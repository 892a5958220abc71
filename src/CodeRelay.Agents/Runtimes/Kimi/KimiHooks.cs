using CodeRelay.Agents.Editing;
using CodeRelay.Agents.Runtimes.Settings;
using CodeRelay.Text;

namespace CodeRelay.Agents.Runtimes.Kimi;

/// <summary>Hooks in TOML: a block of `[[hooks]]` between two comments at the end of the file.</summary>
internal sealed class KimiHooks : SettingsFormat
{
    private const string Begin = "# coderelay:begin";
    private const string End = "# coderelay:end";

    public override byte[] Install(HookSettings settings, byte[] current)
    {
        var document = Parse(settings, current);
        if (Block(document.Text) is { } block && document.Text[block] == Wanted(settings, document.Text) && Strays(document, block).Count == 0)
            return current;
        var text = Strip(document);
        var newLine = TextPlace.LineEnd(document.Text);
        var gap = string.IsNullOrWhiteSpace(text) ? "" : text.EndsWith('\n') ? newLine : newLine + newLine;
        var installed = TextPlace.Encode(current, text + gap + Wanted(settings, document.Text));
        Parse(settings, installed);
        return installed;
    }

    public override byte[] Uninstall(HookSettings settings, byte[] current, byte[]? before)
    {
        var document = Parse(settings, current);
        return Strip(document) is var text && text == document.Text ? current : TextPlace.Encode(current, text);
    }

    public override HookPresence Look(HookSettings settings, byte[] current)
    {
        var document = Parse(settings, current);
        var block = Block(document.Text);
        var strays = Strays(document, block).Count;
        return new HookPresence(block is not null || strays > 0, strays > 0 || (block is { } range && document.Text[range] != Wanted(settings, document.Text)));
    }

    public override IEnumerable<string> OwnCommands(HookSettings settings, byte[] current) =>
        Parse(settings, current).Tables.Where(table => table is { IsArrayItem: true, Name: ["hooks"] }).Select(table => table["command"]?.Value).OfType<string>().Where(command => OwnCommand.Matches(command + " "));

    private static TomlDocument Parse(HookSettings settings, byte[] content)
    {
        var document = TomlDocument.Parse(settings.Path, content);
        if (document.Tables[0].Values.FirstOrDefault(value => value.Key[0] == "hooks") is { } value)
            throw TextPlace.Error(settings.Path, document.Text, value.Start, "'hooks' is a value here, so no [[hooks]] can be added; write its entries as [[hooks]]");
        if (document.Tables.FirstOrDefault(table => table is { IsArrayItem: false, Name: ["hooks", ..] }) is { } single)
            throw TextPlace.Error(settings.Path, document.Text, single.Start, "'hooks' is a single table here, so no [[hooks]] can be added; write it as [[hooks]]");
        return document;
    }

    private static string Wanted(HookSettings settings, string text) => settings.Template.ReplaceLineEndings(TextPlace.LineEnd(text));

    // From the first marker to the end of the second marker's line.
    private static Range? Block(string text)
    {
        var begin = LineStart(text, Begin, 0);
        var end = begin < 0 ? -1 : LineStart(text, End, begin);
        if (end < 0)
            return null;
        var newLine = text.IndexOf('\n', end);
        return begin..(newLine < 0 ? text.Length : newLine + 1);
    }

    private static int LineStart(string text, string marker, int from)
    {
        var at = text.IndexOf(marker, from, StringComparison.Ordinal);
        while (at > 0 && text[at - 1] != '\n')
            at = text.IndexOf(marker, at + 1, StringComparison.Ordinal);
        return at;
    }

    // CodeRelay's entries without their comments: Kimi Code imports Kimi CLI's file and rewrites it.
    private static List<TomlTable> Strays(TomlDocument document, Range? block) =>
    [
        .. document.Tables.Where(table => table is { IsArrayItem: true, Name: ["hooks"] } && OwnCommand.Matches((table["command"]?.Value ?? "") + " ")
            && !(block is { } range && table.Start >= range.Start.Value && table.Start < range.End.Value)),
    ];

    private static string Strip(TomlDocument document)
    {
        var block = Block(document.Text);
        var ranges = Strays(document, block).Select(table => table.Start..TextPlace.NextLine(document.Text, table.End)).Concat(block is { } range ? [range] : []);
        var text = document.Text;
        foreach (var part in ranges.OrderByDescending(part => part.Start.Value))
            text = text[..TextPlace.BlankBefore(text, part.Start.Value)] + text[part.End..];
        return text;
    }
}
