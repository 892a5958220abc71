using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Rules.References;

/// <summary>The text names a commit or branch that does not exist in this repository.</summary>
internal sealed partial class RLY5003UnknownCommit : DocumentRule
{
    public override RuleInfo Info { get; } = new("RLY5003", "unknown-commit", Severity.Warning, "a commit or branch does not exist in this repository")
    {
        Item = "P4",
        NoFix = "a person has to find the commit that replaced it after a rebase or squash",
        Needs = Facts.Files,
    };

    protected override void Check(Document document, RuleContext context)
    {
        if (context.Repository.Git is null)
            return;
        var foreign = new ForeignRepositories(document, Path.GetFileName(context.Repository.Root));
        var commits = document.Mentions.Where(mention => mention.Kind == MentionKind.Commit && !IsOther(mention, foreign)).ToArray();
        var branches = Branches(document).Where(branch => !IsKnown(branch, context)).DistinctBy(branch => branch.Start).ToArray();
        if (commits.Length + branches.Length == 0 || RemoteScope.IsPartial(context.Repository))
            return;
        var missing = ObjectLookup.Missing(context.Repository, commits.Select(mention => mention.Target));
        foreach (var mention in commits.Where(mention => missing.Contains(mention.Target)))
            context.Report(this, document, mention.Start, mention.Start + mention.Length, $"commit {mention.Target} is not in this repository: its branch was rewritten or squashed, or it belongs to another repository; cite the commit that contains the work, or name the repository");
        foreach (var branch in branches)
            context.Report(this, document, branch.Start, branch.Start + branch.Length, $"branch `{branch.Value}` is not in this repository: it was merged and deleted, or never pushed; name the branch that contains the work");
    }

    private static bool IsKnown(DeclaredState branch, RuleContext context) =>
        context.Evidence.Paths.References.Contains(branch.Value) || branch.Value == context.Repository.Head?.Branch || context.Evidence.Paths.References.Contains(branch.Value.Replace("remotes/", "", StringComparison.Ordinal));

    private static IEnumerable<DeclaredState> Branches(Document document)
    {
        foreach (var state in DeclaredStates.Read(document).Where(state => state.Kind == DeclaredStateKind.Branch))
            yield return state;
        foreach (var block in document.Blocks.Where(block => block.Section.Kind != SectionKind.Done && block.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.TableRow))
        {
            foreach (Match match in BranchInText().Matches(block.Source.ToString()))
            {
                var name = match.Groups["name"];
                var mention = new Mention(MentionKind.Candidate, block, block.Start + name.Index, name.Length, name.Value);
                if (!block.Spans.Any(span => span.IsStruck) && Remarks.Of(mention) == Remark.None)
                    yield return new DeclaredState(DeclaredStateKind.Branch, mention.Start, mention.Length, name.Value);
            }
        }
    }

    // Digests and ids of images, builds and migrations look like commits; commits of other repositories are valid there.
    private static bool IsOther(Mention mention, ForeignRepositories foreign)
    {
        var block = mention.Block;
        var content = block.Document.Text.Content;
        var start = Math.Max(block.Start, mention.Start - 60);
        var end = Math.Min(block.End, mention.Start + mention.Length + 30);
        return !mention.IsMarked && mention.Target.Length is > 12 and < 40 || Digest().IsMatch(content[start..end]) || IdOfOther().IsMatch(content[start..mention.Start]) || foreign.IsSubjectOf(block) || (Remarks.Of(mention) & (Remark.Elsewhere | Remark.Example)) != Remark.None;
    }

    [GeneratedRegex(@"\b(?:sha-?\d{3}|md5|crc|digest|checksum|fingerprint|etag|image|container|docker|build\sid|run\sid|session|trace|span|uuid|guid|token|\w*key|cl[eé]|clave|chave|schlüssel|ключ|thumbprint|serial|device|blob|cache|nonce|salt|hex|colou?r|address|usb|vid|pid|migrations?|revisions?|alembic\w*|rev)\b|校验|密钥|摘要|指纹|ダイジェスト|해시", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digest();

    // "campaign 3f2a91c0", "agent ad8d0fe": the word before it names the kind of id.
    [GeneratedRegex(@"\b(?:campaign|sweep|experiment|agent|job|run|task|ticket|thread|conversation|request|batch|order|instance|pod|worker|node|snapshot|backup)(?:[_\s-]?id)?s?\b(?:\s(?:like|is|was))?\s*[:=#]?\s*[`""'(]*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdOfOther();

    // "on branch `feature/x`", "the `feature/x` branch": in a code span only, so that an ordinary word after "branch" does not match.
    [GeneratedRegex(@"(?:\bbranch|\bbranche|\brama|\bветк\w|分支|ブランチ|브랜치)\s*[:：]?\s*`(?<name>[A-Za-z0-9][\w./-]*\w)`|`(?<name>[A-Za-z0-9][\w.-]*/[\w./-]*\w)`\s*-?(?:branch\b|分支|ブランチ|브랜치)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BranchInText();
}
