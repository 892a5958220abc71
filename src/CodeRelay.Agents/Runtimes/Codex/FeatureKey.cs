using CodeRelay.Agents.Editing;
using CodeRelay.Text;
using Tomlyn.Syntax;

namespace CodeRelay.Agents.Runtimes.Codex;

/// <summary>Codex once enabled hooks by `codex_hooks` in the table `features`; the key is now `hooks`.</summary>
internal static class FeatureKey
{
    /// <summary>Renames the old key in a config.toml; a file that also has the new key loses the old one.</summary>
    /// <returns>The text, otherwise unchanged.</returns>
    public static string Rename(string toml)
    {
        var keys = Keys(toml);
        var hasNewKey = keys.Exists(key => key.Name == "hooks");
        foreach (var key in keys.Where(key => key.Name == "codex_hooks").Reverse())
        {
            toml = hasNewKey ? toml[..key.Whole.Start] + toml[key.Whole.End..] : toml[..key.Word.Start] + "hooks" + toml[key.Word.End..];
            hasNewKey = true;
        }

        return toml;
    }

    /// <summary>The line and column of the key that switches hooks off, or null.</summary>
    public static (int Line, int Column)? OffSwitch(string toml) => Keys(toml).Find(key => key.Value is BooleanValueSyntax { Value: false }) is { Value: not null } off
        ? TextPlace.Of(toml, off.Word.Start.Value)
        : null;

    // Word: the name without quotes. Whole: everything to remove with the key.
    private static List<(string Name, ValueSyntax Value, Range Word, Range Whole)> Keys(string toml)
    {
        var keys = new List<(string, ValueSyntax, Range, Range)>();
        foreach (var table in TomlText.Read(toml))
        {
            foreach (var value in table.Values)
            {
                string[] path = [.. table.Name, .. value.Key];
                if (path is ["features"])
                    keys.AddRange(value.Members.Where(member => member.Key is ["hooks" or "codex_hooks"]).Select(member => Key(member, Item((InlineTableItemSyntax)member.Syntax.Parent!))));
                else if (path is ["features", "hooks" or "codex_hooks"])
                    keys.Add(Key(value, TextPlace.LineStart(toml, value.Start)..TextPlace.NextLine(toml, value.End)));
            }
        }

        return keys;
    }

    private static (string Name, ValueSyntax Value, Range Word, Range Whole) Key(TomlValue value, Range whole)
    {
        var key = value.Syntax.Key!;
        SyntaxNode word = key.DotKeys.ChildrenCount > 0 ? key.DotKeys.GetChild(key.DotKeys.ChildrenCount - 1)!.Key! : key.Key!;
        var quote = word is StringValueSyntax ? 1 : 0;
        return (value.Key[^1], value.Syntax.Value!, (word.Span.Offset + quote)..(TomlText.End(word) - quote), whole);
    }

    // An item of an inline table includes the comma after it, the last item the comma before it.
    private static Range Item(InlineTableItemSyntax item)
    {
        var items = ((SyntaxList<InlineTableItemSyntax>)item.Parent!).ToList();
        var at = items.IndexOf(item);
        if (at + 1 < items.Count)
            return item.Span.Offset..items[at + 1].Span.Offset;
        return (at == 0 ? item.Span.Offset : TomlText.End(items[at - 1].KeyValue!.Value!))..TomlText.End(item.KeyValue!.Value!);
    }
}
