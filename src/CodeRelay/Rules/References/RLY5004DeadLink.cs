using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Evidence.References;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Rules.References;

/// <summary>A relative link or image has no target file, or an anchor has no heading.</summary>
internal sealed class RLY5004DeadLink : DocumentRule
{
    public override RuleInfo Info { get; } = new("RLY5004", "dead-link", Severity.Warning, "a relative link or anchor has no target")
    {
        Fix = FixSafety.Safe,
        Needs = Facts.Files,
    };

    protected override void Check(Document document, RuleContext context)
    {
        var anchors = new Dictionary<string, HeadingAnchors>(StringComparer.Ordinal);
        var dead = new List<(Mention Mention, PathResolution Resolution)>();
        foreach (var mention in document.Mentions.Where(mention => mention.Kind == MentionKind.Link))
        {
            var path = LinkTarget.PathOf(mention.Target);
            var resolution = path.Length == 0 ? new PathResolution(PathMatch.File, [document.Path]) : Resolve(document, path, context);
            if (resolution.IsMissing)
                dead.Add((mention, resolution));
            else if (mention is { Anchor.Length: > 0, Line: null } && resolution.File is { } file && IsMarkdown(file) && !Anchors(file, document, anchors, context).Contains(mention.Anchor))
                context.Report(this, document, mention.Start, mention.Start + mention.Length, $"anchor `#{mention.Anchor}` matches no heading of {(path.Length == 0 ? "this file" : file)}; link to an existing heading");
        }

        if (dead.Count > 0)
            Report(document, dead, context);
    }

    private void Report(Document document, List<(Mention Mention, PathResolution Resolution)> dead, RuleContext context)
    {
        var ignored = IgnoreRules.Ignored(context.Repository, dead.SelectMany(link => link.Resolution.Paths));
        foreach (var (mention, resolution) in dead.Where(link => !link.Resolution.Paths.Any(ignored.Contains)))
        {
            var path = LinkTarget.PathOf(mention.Target);
            if (context.Evidence.Paths.DeletionOf(mention, resolution) is not { } deletion)
            {
                var meant = NameSuggestion.For(context.Repository.Files, path) is { } file ? $"; did you mean `{Relative(document.Directory, file)}`" : "; correct or remove the link";
                context.Report(this, document, mention.Start, mention.Start + mention.Length, $"link target `{path}` does not exist{meant}");
                continue;
            }

            EvidenceItem[] evidence = [new(EvidenceKind.Commit, deletion.Commit.ShortId, deletion.Commit.Subject)];
            if (deletion.NewPath is not { } target)
            {
                context.Report(this, document, mention.Start, mention.Start + mention.Length, $"link target `{path}` does not exist: {deletion.Commit.ShortId} deleted it; remove the link, or link to its replacement", evidence);
                continue;
            }

            var written = Relative(document.Directory, target) + mention.Target[^(mention.Anchor is null ? 0 : mention.Anchor.Length + 1)..];
            // The target of a reference link is in its definition; only an inline target can be replaced.
            var isPlain = document.Text.Content.AsSpan(mention.Start).StartsWith(mention.Target, StringComparison.Ordinal) && !written.Contains(' ', StringComparison.Ordinal);
            var fix = isPlain ? new Fix($"replace with {written}", FixSafety.Safe, [new TextEdit(document.Path, mention.Start, mention.Length, written)]) : null;
            context.Report(this, document, mention.Start, mention.Start + mention.Length, $"link target `{path}` does not exist: {deletion.Commit.ShortId} renamed it to `{target}`", evidence, fix);
        }
    }

    // Site generators allow links without the extension.
    private static PathResolution Resolve(Document document, string path, RuleContext context)
    {
        var paths = context.Evidence.Paths;
        var resolution = paths.ResolveLink(document, path);
        if (!resolution.IsMissing || Path.HasExtension(path))
            return resolution;
        return new[] { ".md", ".mdx", ".html" }.Select(extension => paths.ResolveLink(document, path.TrimEnd('/') + extension)).FirstOrDefault(found => !found.IsMissing) ?? resolution;
    }

    private static HeadingAnchors Anchors(string file, Document document, Dictionary<string, HeadingAnchors> known, RuleContext context)
    {
        if (known.TryGetValue(file, out var anchors))
            return anchors;
        var target = file == document.Path ? document : context.Documents.FirstOrDefault(other => other.Path == file) ?? PacketDiscovery.ReadDocument(context.Repository, file) ?? document;
        return known[file] = new HeadingAnchors(target);
    }

    private static bool IsMarkdown(string path) => FileNames.Extension(path) is "md" or "mdx" or "markdown";

    private static string Relative(string directory, string path)
    {
        var from = directory.Length == 0 ? [] : directory.Split('/');
        var to = path.Split('/');
        var common = 0;
        while (common < from.Length && common < to.Length - 1 && from[common] == to[common])
            common++;
        return string.Join('/', Enumerable.Repeat("..", from.Length - common).Concat(to[common..]));
    }
}
