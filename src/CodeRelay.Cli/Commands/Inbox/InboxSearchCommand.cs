using System.CommandLine;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Reports;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay inbox search`: searches handoffs, read or not, for text.</summary>
internal sealed class InboxSearchCommand : Verb
{
    private readonly Argument<string> _text = new("text") { Description = "The text to find; upper and lower case are equal." };
    private readonly Option<bool> _all = new("--all") { Description = "Search the handoffs of every recipient of this repository." };
    private readonly ChoiceOption<bool> _json = JsonOption();

    public InboxSearchCommand()
        : base("search", "Find words in handoffs, waiting and read; exit code 1 when there are none.")
    {
        Arguments.Add(_text);
        Options.Add(_all);
        Options.Add(_json);
    }

    public override IReadOnlyList<string> Examples => ["coderelay inbox search \"token store\" --all  # every handoff that mentions it"];

    protected override int Run(ParseResult arguments)
    {
        if (string.IsNullOrWhiteSpace(arguments.GetValue(_text)))
            throw new UsageException("the text to find is empty and would match every handoff");
        var inbox = CurrentRepository.ForHandoffs().RequireInbox();
        IEnumerable<HandoffFile> files = arguments.GetValue(_all) ? InboxSurvey.Of(inbox, withArchive: true).Select(handoff => handoff.File) : inbox.All();
        var hits = InboxFiles.Search(files, arguments.GetValue(_text)!).ToList();
        if (_json.Read(arguments))
        {
            InboxOutput.Write(InboxJson.Of(inbox, hits.Select(hit => new SurveyedHandoff(hit.File, IsOrphaned: false)).DistinctBy(handoff => handoff.File.Path), WorktreeFacts.None));
        }
        else
        {
            foreach (var hit in hits)
                Terminal.Output.WriteLine($"{hit.File.Id}{(hit.Line > 0 ? $":{hit.Line}" : "")}: {hit.Text.Trim()}");
        }

        return hits.Count > 0 ? ExitCode.Success : ExitCode.Findings;
    }
}
