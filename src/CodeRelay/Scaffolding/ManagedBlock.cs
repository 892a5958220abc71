namespace CodeRelay.Scaffolding;

/// <summary>The lines between two markers that belong to us in a file that belongs to the user.</summary>
internal static class ManagedBlock
{
    public const string Begin = "<!-- coderelay:begin -->";
    public const string End = "<!-- coderelay:end -->";

    /// <summary>The block in one of our own files, markers included, with a line end.</summary>
    public static string Of(string template) =>
        template[template.IndexOf(Begin, StringComparison.Ordinal)..(template.IndexOf(End, StringComparison.Ordinal) + End.Length)] + "\n";

    /// <summary>Puts the block where the last one was, or at the end.</summary>
    /// <param name="path">Named in messages.</param>
    /// <param name="existing">The user's file.</param>
    /// <param name="block">As <see cref="Of"/> gives it.</param>
    /// <exception cref="ScaffoldException">A marker is without its other half.</exception>
    public static byte[] Merge(string path, byte[] existing, string block)
    {
        var text = new ByteText(existing);
        if (!text.IsEditable)
            throw new ScaffoldException($"{path} is not UTF-8 text, so the reading order cannot be added; save it as UTF-8");

        int? begin = null;
        var number = 0;
        foreach (var (start, line) in text.Lines())
        {
            number++;
            var marker = line.AsSpan().TrimEnd();
            if (marker.SequenceEqual(Begin))
                begin = begin is null ? start : throw new ScaffoldException($"{path}({number}): a second {Begin} before {End}; delete one of the two");
            else if (marker.SequenceEqual(End))
                return text.Replace(begin ?? throw new ScaffoldException($"{path}({number}): {End} without {Begin}; delete the line"), start + End.Length, block.TrimEnd('\n'));
        }

        return begin is null ? text.Append(block) : throw new ScaffoldException($"{path}: {Begin} without {End}; add the line or delete the block");
    }
}
