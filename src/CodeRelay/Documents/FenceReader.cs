using System.Text.RegularExpressions;

namespace CodeRelay.Documents;

/// <summary>Reads a fenced or indented block: its lines as written, and whether they are commands, a drawn tree, text or code.</summary>
internal static partial class FenceReader
{
    public enum Content
    {
        /// <summary>Program text, data, a diff: a path in it does not refer to a file of the repository.</summary>
        Code,
        Shell,
        Tree,

        /// <summary>Anything else: output, notes, a list.</summary>
        Text,
    }

    private static readonly HashSet<string> ShellNames =
        new[] { "sh", "bash", "shell", "zsh", "fish", "console", "terminal", "shellsession", "sh-session", "powershell", "pwsh", "ps", "ps1", "cmd", "bat", "batch", "dos" }.ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> TextNames = new[] { "", "text", "txt", "plain", "plaintext", "output", "log" }.ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The lines between the fences, each with its start offset.</summary>
    public static IEnumerable<(int Start, string Text)> Lines(Block block)
    {
        var text = block.Document.Text;
        var (first, last) = (block.Line, block.LastLine);
        for (var line = first; line <= last; line++)
        {
            var content = text.Line(line).ToString();
            if ((line == first || line == last) && Marker().IsMatch(content))
                continue;
            // The block of an indented fence begins after the indentation of its first line; the other lines are whole.
            var start = line == first ? block.Start : text.LineStart(line);
            yield return (start, line == first ? content[(start - text.LineStart(line))..] : content);
        }
    }

    public static Content Kind(Block block, IReadOnlyList<(int Start, string Text)> lines)
    {
        if (ShellNames.Contains(block.Info))
            return Content.Shell;
        if (block.Info is "tree" || IsTree(lines))
            return Content.Tree;
        if (!TextNames.Contains(block.Info))
            return Content.Code;
        var words = lines.Select(line => line.Text.Trim()).Where(line => line.Length > 0 && line[0] != '#').ToArray();
        return words.Length > 0 && words.All(line => CommandReader.Read(line, isShell: true).Any()) ? Content.Shell : Content.Text;
    }

    private static bool IsTree(IReadOnlyList<(int Start, string Text)> lines)
    {
        if (lines.Any(line => Branch().IsMatch(line.Text)))
            return true;
        var names = lines.Where(line => !string.IsNullOrWhiteSpace(line.Text)).Select(line => line.Text).ToArray();
        return names.Length > 1 && Folder().IsMatch(names[0]) && names.Skip(1).Any(name => name[0] is ' ' or '\t');
    }

    [GeneratedRegex(@"^[ >]*(?:`{3,}|~{3,})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker();

    [GeneratedRegex(@"[├└│┬]|[|`+\\]--", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Branch();

    [GeneratedRegex(@"^\s*[\w.@-]+(?:/[\w.@-]+)*/\s*(?:#.*|\(.*|[-—–].*)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Folder();
}
