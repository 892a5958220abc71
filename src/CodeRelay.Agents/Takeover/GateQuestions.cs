using CodeRelay.Documents;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Packets.Lanes;

namespace CodeRelay.Agents.Takeover;

/// <summary>The questions that only a takeover has: can this machine run the validation, and is the receiver another agent than the executor.</summary>
internal static class GateQuestions
{
    // Shell built-ins and placeholders, which are not on PATH.
    private static readonly HashSet<string> Builtins = new(StringComparer.Ordinal) { "cd", "echo", "export", "set", "source", "test", "printf", "if", "for", "while", "sh", "bash", "cmd", "powershell", "pwsh", "sudo", "time", "env" };

    public static IEnumerable<GateProblem> Ask(Packet packet, Repository repository, Lane? lane, Receiver? receiver, UserEnvironment environment)
    {
        if (PacketAnswers.Of(packet.Handoff).IsCleared)
            yield return new GateProblem(["P1"], FailureMode.VagueSummary, null, "the packet says that no work is open, so there is nothing to take over; name what must be finished", packet.Handoff.Path, 1);
        var programs = ProgramsOfValidation(packet).ToArray();
        if (programs.Length > 0 && programs.All(program => !IsThere(program.Name, repository, environment)))
        {
            var names = programs.Select(program => $"\"{program.Name}\"").Distinct(StringComparer.Ordinal).ToArray();
            yield return new GateProblem(["P8"], null, null, $"no validation command can be run here: {string.Join(", ", names)} {(names.Length == 1 ? "is" : "are")} neither on PATH nor a file of the repository; install it, or name a command that exists", packet.Handoff.Path, programs[0].Line);
        }

        var declared = LaneDeclaration.Of(packet.Handoff);
        if (lane == Lane.Audit && receiver is not null && declared.Executor is { } executor && receiver.Names.Any(name => Actors.AreSame(name, executor.Value))
            && !(declared.Reviewer is { } reviewer && Actors.WorksApart(reviewer.Value)))
            yield return new GateProblem(["P9"], FailureMode.RoleConfusion, null, $"{receiver.Name} made the change, so it would review its own work; choose another runtime, or state in the packet that the reviewer uses a separate session", packet.Handoff.Path, packet.Handoff.Text.Position(executor.Start).Line);
    }

    /// <summary>The programs in the validation section, each with its line.</summary>
    public static IEnumerable<(string Name, int Line)> ProgramsOfValidation(Packet packet) =>
        from mention in packet.Handoff.Mentions
        where mention.Kind == MentionKind.Command && mention.Block.SectionKind is SectionKind.Validation or SectionKind.Acceptance
        let name = Program(mention.Target)
        where name.Length > 0 && !Builtins.Contains(name)
        select (name, mention.Range.Line);

    public static bool IsThere(string program, Repository repository, UserEnvironment environment) =>
        program.AsSpan().ContainsAny('/', '\\') ? File.Exists(repository.FullPath(program)) : ExecutableFinder.Find(program, environment.Variable("PATH") ?? "") is not null || repository.MayRead(program);

    // "$ FOO=1 make check" runs make.
    private static string Program(string command) =>
        command.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => word != "$" && !(word.IndexOf('=', StringComparison.Ordinal) is var at and > 0 && word[..at].All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))) ?? "";
}
