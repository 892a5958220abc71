using CodeRelay.Text;

namespace CodeRelay.Agents.Editing;

/// <summary>CodeRelay's lines between two markers in a user's file; a file can have one block of each name.</summary>
/// <param name="name">The name in the markers.</param>
internal sealed class ManagedBlock(string name)
{
    /// <summary>The block of `init`: the packet files to read, in order.</summary>
    public static ManagedBlock ReadingOrder { get; } = new("coderelay");

    /// <summary>The block of `hooks install`, for runtimes whose hooks cannot inform the agent.</summary>
    public static ManagedBlock Relay { get; } = new("coderelay:relay");

    public string Begin { get; } = $"<!-- {name}:begin -->";

    public string End { get; } = $"<!-- {name}:end -->";

    /// <summary>The block in one of CodeRelay's own files, with markers and a line end.</summary>
    public string Of(string template) =>
        template[template.IndexOf(Begin, StringComparison.Ordinal)..(template.IndexOf(End, StringComparison.Ordinal) + End.Length)] + "\n";

    /// <summary>Replaces the existing block, or appends a new one.</summary>
    /// <param name="path">The path for messages.</param>
    /// <param name="existing">The user's file.</param>
    /// <param name="block">A result of <see cref="Of"/>.</param>
    /// <exception cref="SettingsException">A marker has no counterpart.</exception>
    public byte[] Merge(string path, byte[] existing, string block)
    {
        var text = new ByteText(existing);
        if (!text.IsEditable)
            throw new SettingsException($"{path} is not UTF-8 text, so nothing can be added to it; save it as UTF-8");
        return Find(path, text) is var (start, end) ? text.Replace(start, end, block.TrimEnd('\n')) : text.Append(block);
    }

    /// <summary>Removes the block, with the blank line that came with it.</summary>
    /// <param name="path">The path for messages.</param>
    /// <param name="existing">The user's file.</param>
    /// <param name="before">The content before the block, when known: the end of its text shows what came with the block.</param>
    /// <inheritdoc cref="Merge" path="/exception"/>
    public byte[] Remove(string path, byte[] existing, byte[]? before = null)
    {
        var text = new ByteText(existing);
        if (!text.IsEditable || Find(path, text) is not var (start, end))
            return existing;
        end = text.Value.AsSpan(end) is ['\n', ..] ? end + 1 : text.Value.AsSpan(end) is ['\r', '\n', ..] ? end + 2 : end;
        var former = before is null ? null : new ByteText(before);
        var gap = former is null ? text.LineEnd : former.GapBefore(former.Value.Length).Replace("\n", text.LineEnd, StringComparison.Ordinal);
        var ahead = text.Value.AsSpan(0, start);
        // Otherwise a blank line above is CodeRelay's: a block below text always has one.
        var isOurs = former is null ? ahead.EndsWith(gap + gap) : ahead.EndsWith(gap);
        return text.Replace(isOurs ? start - gap.Length : start, end, "");
    }

    /// <summary>The block of a file, with line feeds, or null without one.</summary>
    /// <inheritdoc cref="Merge" path="/exception"/>
    public string? Read(string path, byte[] existing)
    {
        var text = new ByteText(existing);
        return Find(path, text) is var (start, end) ? text.Value[start..end].ReplaceLineEndings("\n") + "\n" : null;
    }

    // From the first marker to the end of the second one, without its line end.
    private (int Start, int End)? Find(string path, ByteText text)
    {
        int? begin = null;
        var number = 0;
        foreach (var (start, line) in text.Lines())
        {
            number++;
            var marker = line.AsSpan().TrimEnd();
            if (marker.SequenceEqual(Begin))
                begin = begin is null ? start : throw new SettingsException($"{path}({number}): a second {Begin} before {End}; delete one of the two");
            else if (marker.SequenceEqual(End))
                return (begin ?? throw new SettingsException($"{path}({number}): {End} without {Begin}; delete the line"), start + End.Length);
        }

        return begin is null ? null : throw new SettingsException($"{path}: {Begin} without {End}; add the line or delete the block");
    }
}
