using CodeRelay.Text;

namespace CodeRelay.Documents;

/// <summary>A Markdown file split into sections and blocks, each with its position in the file.</summary>
public sealed class Document
{
    private readonly Lazy<MarkdownReader.Result> _content;
    private readonly Lazy<FrontMatter?> _frontMatter;
    private readonly Lazy<int> _tokens;
    private readonly Lazy<IReadOnlyList<Mention>> _mentions;
    private readonly Lazy<ILookup<Block, Mention>> _mentionsByBlock;
    private readonly Lazy<IReadOnlyList<Statement>> _statements;

    public Document(string path, SourceText text)
        : this(path, text, DocumentKinds.Of(path))
    {
    }

    public Document(string path, SourceText text, DocumentKind kind)
    {
        Path = path;
        Text = text;
        Kind = kind;
        _frontMatter = new(() => FrontMatter.Read(text));
        _content = new(() => MarkdownReader.Read(this));
        _mentions = new(() => MentionScanner.Scan(this));
        _mentionsByBlock = new(() => Mentions.ToLookup(mention => mention.Block));
        _statements = new(() => [.. StatementReader.Read(this)]);
        _tokens = new(() => TokenEstimate.Count(text.Content));
    }

    /// <summary>Relative to the repository's root, with '/'.</summary>
    public string Path { get; }

    /// <summary>The directory of the file, "" at the root.</summary>
    public string Directory => Path.LastIndexOf('/') is var slash and >= 0 ? Path[..slash] : "";

    public DocumentKind Kind { get; }

    public SourceText Text { get; }

    internal FrontMatter? FrontMatter => _frontMatter.Value;

    /// <summary>All sections in order; the first is the content before any heading.</summary>
    public IReadOnlyList<Section> Sections => _content.Value.Sections;

    /// <summary>All blocks in order.</summary>
    public IReadOnlyList<Block> Blocks => _content.Value.Blocks;

    /// <summary>The statements of all blocks in order; a block with several labelled lines is split at the labels.</summary>
    public IReadOnlyList<Statement> Statements => _statements.Value;

    /// <summary>All mentions in order.</summary>
    public IReadOnlyList<Mention> Mentions => _mentions.Value;

    /// <summary>The mentions of a block or heading of this document, in order.</summary>
    public IEnumerable<Mention> MentionsIn(Block block) => _mentionsByBlock.Value[block];

    /// <summary>True when the nesting is too deep, or too many marks are unclosed, to parse the text as Markdown; each line is a paragraph then.</summary>
    public bool IsTooDeep => _content.Value.IsTooDeep;

    /// <summary>Estimated tokens of the whole text.</summary>
    public int Tokens => _tokens.Value;

    /// <summary>The blocks of a kind, by their section or by a label in front.</summary>
    public IEnumerable<Block> BlocksAbout(SectionKind kind) =>
        Blocks.Where(block => block.SectionKind == kind && block.Kind is not (BlockKind.Comment or BlockKind.Html));

    /// <summary>True when a heading or a label of that kind exists, even without content.</summary>
    public bool HasSection(SectionKind kind) => Sections.Any(section => section.OwnKind == kind) || BlocksAbout(kind).Any();

    /// <summary>The first section of that kind, or null.</summary>
    public Section? Section(SectionKind kind) => Sections.FirstOrDefault(section => section.OwnKind == kind);
}
