namespace CodeRelay.Documents;

/// <summary>A heading and the content below it until the next heading of the same or a higher level.</summary>
public sealed class Section
{
    internal Section(string title, int level, int line, IReadOnlyList<SectionKind> ownKinds, Section? parent)
    {
        Title = title;
        Level = level;
        Line = line;
        OwnKinds = ownKinds;
        Parent = parent;
    }

    /// <summary>The heading's text; empty before the first heading.</summary>
    public string Title { get; }

    /// <summary>1 to 6 for headings, 7 for a line that is only a bold label, 0 before the first heading.</summary>
    public int Level { get; }

    /// <summary>The heading's line, 1-based; 0 before the first heading.</summary>
    public int Line { get; }

    /// <summary>The heading as a block; null before the first heading.</summary>
    public Block? Heading { get; internal set; }

    /// <summary>The last line before the next section begins.</summary>
    public int LastLine { get; internal set; }

    /// <summary>The leading kind of the heading itself.</summary>
    public SectionKind OwnKind => OwnKinds.Count > 0 ? OwnKinds[0] : SectionKind.None;

    /// <summary>All kinds of the heading itself ("Risks and next steps"), the leading one first; empty for a document's title.</summary>
    public IReadOnlyList<SectionKind> OwnKinds { get; }

    /// <summary>The kind of the section: its own, else its nearest ancestor's.</summary>
    public SectionKind Kind => OwnKind != SectionKind.None ? OwnKind : Parent?.Kind ?? SectionKind.None;

    public Section? Parent { get; }

    /// <summary>The blocks directly in this section, in order, without those of sub-sections.</summary>
    public IReadOnlyList<Block> Blocks => _blocks;

    private readonly List<Block> _blocks = [];

    internal void Add(Block block) => _blocks.Add(block);
}
