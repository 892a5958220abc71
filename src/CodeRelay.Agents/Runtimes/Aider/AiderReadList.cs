using CodeRelay.Agents.Editing;
using CodeRelay.Agents.Runtimes.Settings;

namespace CodeRelay.Agents.Runtimes.Aider;

/// <summary>The list `read` of .aider.conf.yml: files in every conversation. A comment after each entry marks CodeRelay's own.</summary>
internal sealed class AiderReadList : SettingsFormat
{
    private const string Key = "read";
    private const string Mark = " # coderelay hooks";

    /// <summary>The text of a new file.</summary>
    public static string Template(IEnumerable<string> paths) => $"{Key}:\n{string.Concat(paths.Select(path => $"  - {Quote(path)}{Mark}\n"))}";

    public override byte[] Install(HookSettings settings, byte[] current)
    {
        var text = TextPlace.Decode(settings.Path, current);
        var wanted = Files(settings, settings.Template);
        var kept = Marked(text).Except(wanted, StringComparer.Ordinal).Any() ? Strip(settings, text) : text;
        var missing = wanted.Except(Files(settings, kept), StringComparer.Ordinal).ToArray();
        if (missing.Length == 0)
            return Encode(current, text, kept);
        var installed = new AiderConfig(settings.Path, kept).Add(Key, [.. missing.Select(Quote)], Mark);
        return Files(settings, installed).Intersect(wanted, StringComparer.Ordinal).Count() == wanted.Count
            ? Encode(current, text, installed)
            : throw TextPlace.Error(settings.Path, kept, 0, $"the list '{Key}' cannot be extended as it is written here; write one file a line");
    }

    public override byte[] Uninstall(HookSettings settings, byte[] current, byte[]? before)
    {
        var text = TextPlace.Decode(settings.Path, current);
        return Encode(current, text, Strip(settings, text));
    }

    public override HookPresence Look(HookSettings settings, byte[] current)
    {
        var text = TextPlace.Decode(settings.Path, current);
        var isMissing = Files(settings, settings.Template).Except(Files(settings, text), StringComparer.Ordinal).Any();
        var isMarked = Marked(text).Any();
        return new HookPresence(isMarked || !isMissing, isMarked && isMissing);
    }

    private static IReadOnlyList<string> Files(HookSettings settings, string text) => new AiderConfig(settings.Path, text).Files(Key);

    private static IEnumerable<string> Marked(string text) =>
        from line in text.Split('\n')
        where IsMarked(line)
        let item = line.TrimEnd('\r')[..^Mark.Length].Trim().TrimEnd(',')
        select Unquote(item.StartsWith("- ", StringComparison.Ordinal) ? item[2..] : item);

    private static bool IsMarked(string line) => line.TrimEnd('\r').EndsWith(Mark, StringComparison.Ordinal);

    private static string Quote(string path) => path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-') ? path : $"'{path.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Unquote(string item) => item is ['\'', .. var inner, '\''] ? inner.Replace("''", "'", StringComparison.Ordinal) : item;

    // Removes CodeRelay's lines, and the key when only they needed it.
    private static string Strip(HookSettings settings, string text)
    {
        Files(settings, text);
        var lines = text.Split('\n');
        var kept = lines.Where(line => !IsMarked(line)).ToArray();
        return kept.Length == lines.Length ? text : new AiderConfig(settings.Path, string.Join('\n', kept)).WithoutEmpty(Key);
    }

    private static byte[] Encode(byte[] original, string before, string text) => text == before ? original : TextPlace.Encode(original, text);
}
