namespace CodeRelay.Evidence;

/// <summary>One line of a drawn directory tree.</summary>
/// <param name="Directory">The entries above it joined by '/', without the drawing's root when that names no directory.</param>
/// <param name="Name">File or directory as written, without the note behind it.</param>
internal sealed record TreeEntry(string Directory, string Name);

/// <summary>Reads trees drawn with lines (├── └── │, |-- `-- +--) or by indentation alone.</summary>
internal static class DrawnTree
{
    private const string Drawing = "│├└┃┣┗║╠╚|`+─━-—═ \t\u00A0";

    /// <summary>The entries of a drawn tree; empty when the text is none.</summary>
    public static IReadOnlyList<TreeEntry> Read(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).ToArray();
        var drawn = lines.Count(IsDrawn);
        if (drawn < 2 || drawn * 2 < lines.Length)
            return [];
        var entries = new List<TreeEntry>();
        var stack = new List<(int Column, string Name)>();
        foreach (var line in lines)
        {
            var column = line.Length - line.AsSpan().TrimStart(Drawing).Length;
            var name = NameAt(line[column..]);
            if (name.Length == 0)
                continue;
            stack.RemoveAll(open => open.Column >= column);
            entries.Add(new TreeEntry(string.Join('/', stack.Select(open => open.Name.TrimEnd('/'))), name));
            stack.Add((column, name));
        }

        return entries;
    }

    private static bool IsDrawn(string line)
    {
        var mark = line.AsSpan().TrimStart("│┃║| \t\u00A0");
        return mark is ['├' or '└' or '┣' or '┗' or '╠' or '╚', ..] || mark.StartsWith("|--") || mark.StartsWith("`--") || mark.StartsWith("+--") || mark.StartsWith("\\--") || line.AsSpan().TrimStart().StartsWith("|--");
    }

    // What follows two blanks, an arrow, a dash or a '#' is a note.
    private static string NameAt(string rest)
    {
        var end = rest.IndexOfAny([' ', '\t', '#', '(', '←', '→']);
        return (end < 0 ? rest : rest[..end]).TrimEnd(',', ':');
    }
}
