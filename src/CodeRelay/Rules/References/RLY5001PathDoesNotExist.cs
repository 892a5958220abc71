using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Evidence.References;
using CodeRelay.Git;

namespace CodeRelay.Rules.References;

/// <summary>The text names a file or directory that does not exist.</summary>
internal sealed class RLY5001PathDoesNotExist : DocumentRule
{
    public override RuleInfo Info { get; } = new("RLY5001", "path-does-not-exist", Severity.Warning, "a path does not exist (suggests the new name when git renamed it)")
    {
        Item = "P5",
        Fix = FixSafety.Safe,
        YieldsTo = "RLY5006",
        Needs = Facts.Files,
    };

    protected override void Check(Document document, RuleContext context)
    {
        var missing = new MissingPaths(document, context);
        foreach (var mention in context.MentionsOf(document, this))
        {
            if (missing.Check(mention) is not { } verdict)
                continue;
            var (message, evidence, fix) = verdict.Deletion is { } deletion
                ? Explain(mention, verdict.Path, deletion)
                : ($"path `{mention.Target}` does not exist{Suggest(context.Repository, mention.Target)}", null, null);
            context.Report(this, document, mention.Start, mention.Start + mention.Length, message, evidence, fix);
        }
    }

    /// <summary>Describes a removed path: the message, the commit, and the fix when git detects a rename.</summary>
    internal static (string Message, IReadOnlyList<EvidenceItem>? Evidence, Fix? Fix) Explain(Mention mention, string path, Deletion deletion)
    {
        EvidenceItem[] evidence = [new(EvidenceKind.Commit, deletion.Commit.ShortId, deletion.Commit.Subject)];
        var shown = mention.IsGlob ? path : mention.Target;
        if (deletion.NewPath is not { } target)
            return ($"path `{shown}` does not exist: {deletion.Commit.ShortId} deleted it; remove the path, or name its replacement", evidence, null);
        var written = As(mention, deletion.Path, target);
        var fix = mention.IsGlob ? null : new Fix($"replace with {written}", FixSafety.Safe, [new TextEdit(mention.Block.Document.Path, mention.Start, mention.Length, written)]);
        return ($"path `{shown}` does not exist: {deletion.Commit.ShortId} renamed it to `{target}`", evidence, fix);
    }

    // A path that was relative to the packet's directory stays relative when the new path allows it.
    private static string As(Mention mention, string oldPath, string newPath)
    {
        var prefix = oldPath.EndsWith(mention.Target, StringComparison.Ordinal) ? oldPath[..^mention.Target.Length] : "";
        var written = prefix.Length > 0 && newPath.StartsWith(prefix, StringComparison.Ordinal) ? newPath[prefix.Length..] : newPath;
        return mention.Block.Document.Text.Content[mention.Start + mention.Length - 1] == '/' ? written + "/" : written;
    }

    /// <summary>"; did you mean …", or another remedy.</summary>
    internal static string Suggest(Repository repository, string path) =>
        NameSuggestion.For(repository.Files, path) is { } meant ? $"; did you mean `{meant}`" : "; correct it, or say that it is still to be created";
}
