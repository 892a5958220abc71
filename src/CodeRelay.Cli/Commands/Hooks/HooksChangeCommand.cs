using System.CommandLine;
using CodeRelay.Agents.Reports;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Setup;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Files;
using CodeRelay.Formats;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Cli.Commands;

/// <summary>An installation or its removal.</summary>
internal delegate HookInstallation SettingsChange(Repository repository, IReadOnlyList<AgentRuntime> runtimes, SettingsLevel level, bool dryRun, UserEnvironment? environment, InstallExtras extras);

/// <summary>`coderelay hooks install` and `uninstall`.</summary>
internal sealed class HooksChangeCommand : Verb
{
    private readonly SettingsChange _change;
    private readonly RuntimesOption _runtimes = new("those found here");
    private readonly Option<bool> _user = new("--user") { Description = "Change your own settings, for all repositories." };
    private readonly Option<bool> _project = new("--project") { Description = "Change the settings of this repository; this is the default." };
    private readonly Option<bool> _block = new("--block") { Description = "Also write the lines into instruction files of runtimes whose hooks inject the same text, such as Codex before its hooks are trusted." };
    private readonly Option<bool> _skills = new("--skills") { Description = "Also install the skills handoff, takeover, inbox and wrap; uninstall always removes them." };
    private readonly Option<bool> _mcp = new("--mcp") { Description = "Also register the MCP server; uninstall always removes it." };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show the changes and write nothing." };
    private readonly ChoiceOption<bool> _json = JsonOption();

    public HooksChangeCommand(string name, string description, SettingsChange change, params IReadOnlyList<string> examples)
        : base(name, description)
    {
        Examples = examples;
        _change = change;
        foreach (var option in new Option[] { _runtimes, _user, _project, _block, _skills, _mcp, _dryRun, _json })
            Options.Add(option);
    }

    public override IReadOnlyList<string> Examples { get; }

    protected override int Run(ParseResult arguments)
    {
        if (arguments.GetValue(_user) && arguments.GetValue(_project))
            throw new UsageException("--user and --project exclude each other");
        var repository = Repository.Discover(Directory.GetCurrentDirectory());
        var runtimes = _runtimes.Read(arguments) ?? [.. RuntimeCatalog.All.Where(runtime => runtime.IsDetected(repository.Root, UserEnvironment.Current))];
        if (runtimes.Count == 0)
            throw new MissingEnvironmentException($"no agent runtime was found here; name one with --runtimes, valid are {RuntimesOption.Ids}, all");

        var isDryRun = arguments.GetValue(_dryRun);
        var installation = _change(repository, runtimes, arguments.GetValue(_user) ? SettingsLevel.User : SettingsLevel.Project, isDryRun, environment: null, Extras(arguments));
        if (_json.Read(arguments))
            WriteJson(repository, runtimes, installation);
        else
            WriteText(installation, isDryRun);
        return ExitCode.Success;
    }

    private InstallExtras Extras(ParseResult arguments) =>
        (arguments.GetValue(_block) ? InstallExtras.Block : InstallExtras.None)
        | (arguments.GetValue(_skills) ? InstallExtras.Skills : InstallExtras.None)
        | (arguments.GetValue(_mcp) ? InstallExtras.Mcp : InstallExtras.None);

    private static void WriteText(HookInstallation installation, bool isDryRun)
    {
        if (isDryRun)
            Terminal.Output.WriteLine("nothing was changed; without --dry-run:");
        foreach (var change in installation.Changes)
            Terminal.Output.WriteLine($"{HooksReport.Word(change.Kind),-7} {VisibleText.OfLine(change.Path)}");
        if (installation.Changes.Count == 0)
            Terminal.Output.WriteLine("nothing to do");
        foreach (var step in installation.Open)
            Terminal.Output.WriteLine($"open    {VisibleText.OfLine(step)}");
    }

    private static void WriteJson(Repository repository, IReadOnlyList<AgentRuntime> runtimes, HookInstallation installation)
    {
        using var output = Terminal.OpenOutput();
        JsonText.Write(output, HooksJson.Of(HooksReport.Read(repository, runtimes), installation.Changes), ReportJsonContext.Default.HooksJson);
    }
}
