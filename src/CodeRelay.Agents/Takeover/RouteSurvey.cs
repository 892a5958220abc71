using CodeRelay.Agents.Runtimes;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Packets.Lanes;

namespace CodeRelay.Agents.Takeover;

/// <summary>Measures the facts for a route.</summary>
internal static class RouteSurvey
{
    private const string ServerPrefix = "mcp:";

    /// <param name="repository">The repository.</param>
    /// <param name="configuration">The settings of coderelay.yml.</param>
    /// <param name="packet">The packet, or null.</param>
    /// <param name="request">The question.</param>
    /// <param name="environment">The user's machine.</param>
    /// <exception cref="GitException">Git could not answer.</exception>
    public static RouteFacts Measure(Repository repository, Configuration configuration, Packet? packet, RouteRequest request, UserEnvironment environment)
    {
        var sessions = Sessions(repository.Root, environment);
        var declared = packet is null ? null : LaneDeclaration.Of(packet.Handoff);
        var from = request.From ?? (sessions is [var newest, ..] ? Receiver.Find(newest.Runtime) : null) ?? Receiver.All.FirstOrDefault(receiver => declared?.Executor is { } executor && receiver.Names.Any(name => Actors.AreSame(name, executor.Value)));
        var lane = declared?.Active;
        GateVerdict? Verdict(Lane? next) => packet is null ? null : Gate.Judge(repository, configuration, packet, next, request.To, environment);

        var gate = Verdict(request.Next);
        var next = request.Next ?? request.Pattern?.Next(lane ?? Lane.Execute, packet is not null && IsDone(packet), gate?.IsAccepted == true);
        if (next != request.Next)
            gate = Verdict(next);
        return new RouteFacts
        {
            Gate = gate,
            From = from,
            Lane = lane,
            Next = next,
            Uncommitted = repository.WorkingTree.Changes.Count(change => packet?.Documents.Any(document => document.Path == change.Path) != true),
            Operation = GitOperation.InProgress(repository),
            Sessions = sessions,
            Needs = [.. Needs(repository, packet, request, from, environment)],
        };
    }

    private static SessionTrace[] Sessions(string root, UserEnvironment environment) =>
    [
        .. from runtime in RuntimeCatalog.All
           let file = runtime.LatestTranscript?.Invoke(root, environment)
           where file is not null
           orderby file.LastWriteTimeUtc descending
           select new SessionTrace(runtime.Id, file.FullName, file.Length, new DateTimeOffset(file.LastWriteTimeUtc)),
    ];

    private static bool IsDone(Packet packet)
    {
        var boxes = PacketAnswers.Of(packet.Handoff).About(SectionKind.Acceptance).Statements.Select(statement => statement.Block.CheckBox).Where(box => box != CheckBox.None).ToArray();
        return boxes.Length > 0 && boxes.All(box => box == CheckBox.Done);
    }

    private static IEnumerable<Need> Needs(Repository repository, Packet? packet, RouteRequest request, Receiver? from, UserEnvironment environment)
    {
        var named = packet?.Handoff.FrontMatter?["needs"]?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        var programs = packet is null ? [] : GateQuestions.ProgramsOfValidation(packet).Select(program => program.Name);
        foreach (var name in request.Needs.Concat(named).Concat(programs).Distinct(StringComparer.Ordinal))
        {
            if (name.StartsWith(ServerPrefix, StringComparison.Ordinal))
            {
                yield return new Need(name, Has(from), Has(request.To));
                bool? Has(Receiver? tool) => tool?.Runtime.Mcp?.Names(new SettingsScope(SettingsLevel.Project, repository.Root, environment))?.Contains(name[ServerPrefix.Length..]);
            }
            else
            {
                var isThere = GateQuestions.IsThere(name, repository, environment);
                yield return new Need(name, isThere, isThere);
            }
        }

        if (request.To?.Runtime is { NeedsProgram: true } runtime && runtime.ProgramPath(environment) is null)
            yield return new Need(runtime.Program, From: null, To: false);
    }
}
