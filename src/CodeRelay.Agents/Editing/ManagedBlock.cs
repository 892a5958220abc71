using CodeRelay.Text;

namespace CodeRelay.Agents.Editing;

/// <summary>The lines between two markers that belong to us in a file that belongs to the user; a file can have one block of each name.</summary>
/// <param name="name">What the markers say.</param>
internal sealed class ManagedBlock(string name)
{
    /// <summary>What `init` writes: which files of the packet to read, in which order.</summary>
    public static ManagedBlock ReadingOrder { get; } = new("coderelay");

    /// <summary>What `hooks install` writes where no hook can tell it.</summary>
    public static ManagedBlock Relay { get; } = new("coderelay:relay");

    public string Begin { get; } = $"<!-- {name}:begin -->";

    public string End { get; } = $"<!-- {name}:end -->";

    /// <summary>The block in one of our own files, markers included, with a line end.</summary>
    public string Of(string template) =>
        template[template.IndexOf(Begin, StringComparison.Ordinal)..(template.IndexOf(End, StringComparison.Ordinal) + End.Length)] + "\n";

    /// <summary>Puts the block where the last one was, or at the end.</summary>
    /// <param name="path">Named in messages.</param>
    /// <param name="existing">The user's file.</param>
    /// <param name="block">As <see cref="Of"/> gives it.</param>
    /// <exception cref="SettingsException">A marker is without its other half.</exception>
    public byte[] Merge(string path, byte[] existing, string block)
    {
        var text = new ByteText(existing);
        if (!text.IsEditable)
            throw new SettingsException($"{path} is not UTF-8 text, so nothing can be added to it; save it as UTF-8");
        return Find(path, text) is var (start, end) ? text.Replace(start, end, block.TrimEnd('\n')) : text.Append(block);
    }

    /// <summary>Takes the block out, with the empty line that came with it.</summary>
    /// <param name="path">Named in messages.</param>
    /// <param name="existing">The user's file.</param>
    /// <param name="before">What was there before the block came, when that is known: how its text ended tells what came with the block.</param>
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
        // Without knowing better, an empty line above is ours: nobody writes a block below text without one.
        var isOurs = former is null ? ahead.EndsWith(gap + gap) : ahead.EndsWith(gap);
        return text.Replace(isOurs ? start - gap.Length : start, end, "");
    }

    /// <summary>The block as it stands in a file, with line feeds, or null when there is none.</summary>
    /// <inheritdoc cref="Merge" path="/exception"/>
    public string? Read(string path, byte[] existing)
    {
        var text = new ByteText(existing);
        return Find(path, text) is var (start, end) ? text.Value[start..end].ReplaceLineEndings("\n") + "\n" : null;
    }

    // From the first marker to behind the second one, without its line end.
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
