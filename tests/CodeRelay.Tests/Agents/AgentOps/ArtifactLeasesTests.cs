using System.Text;
using CodeRelay.Agents.AgentOps;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Tests.Agents.AgentOps;

public sealed class ArtifactLeasesTests : IDisposable
{
    private const string Name = "handoff-20260602T090000Z";

    private readonly TemporaryRepository _repo = new("app");
    private readonly TemporaryDirectory _state = new();

    private string Directory => Path.Combine(_repo.Path, ".agents", "handoff");

    [Fact]
    public async Task Each_of_many_artifacts_is_taken_once_by_many_readers()
    {
        for (var i = 0; i < 20; i++)
            Put($"handoff-20260602T0900{i:00}Z.json");

        var taken = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => Task.Run(TakeAndFinish)));

        Assert.Equal(20, taken.OfType<string>().Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(20, taken.OfType<string>().Count());
        Assert.All(System.IO.Directory.GetFiles(Directory), file => Assert.EndsWith(".consumed.json", file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_orphan_is_recovered_and_taken_by_one_of_many()
    {
        Put($"{Name}.consuming.json");
        WriteOwner(new ProcessOwner(Environment.MachineName, 999_999_999, "1"));

        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(TakeAndFinish)));

        Assert.Single(taken.OfType<string>());
    }

    [Fact]
    public void A_claim_of_a_reader_that_runs_or_of_another_machine_stays()
    {
        Put($"{Name}.consuming.json");
        WriteOwner(ProcessOwner.Current);
        Assert.Null(TakeAndFinish());

        WriteOwner(new ProcessOwner("another-machine", 1, "1"));
        Assert.Null(TakeAndFinish());
        Assert.True(File.Exists(Path.Combine(Directory, $"{Name}.consuming.json")));
    }

    [Fact]
    public void A_claim_without_an_owner_comes_back_when_the_folder_has_not_changed_for_long()
    {
        var lease = Put($"{Name}.consuming.json");
        Assert.Null(TakeAndFinish());

        File.SetLastWriteTimeUtc(lease, DateTime.UtcNow.AddHours(-1));
        System.IO.Directory.SetLastWriteTimeUtc(Directory, DateTime.UtcNow.AddHours(-1));

        Assert.Equal($"{Name}.consuming.json", Path.GetFileName(TakeAndFinish()));
    }

    [Fact]
    public void A_claim_that_was_marked_before_its_reader_was_killed_is_finished_and_not_shown_again()
    {
        Put($"{Name}.consuming.json", "{\"consumed\":true}");
        WriteOwner(new ProcessOwner(Environment.MachineName, 999_999_999, "1"));

        Assert.Null(TakeAndFinish());
        Assert.Equal([$"{Name}.consumed.json"], System.IO.Directory.GetFiles(Directory).Select(Path.GetFileName));
    }

    [Fact]
    public void Nothing_is_lost_where_names_are_taken()
    {
        Put($"{Name}.consuming.json", "{\"goal\":\"orphan\"}");
        Put($"{Name}.json", "{\"goal\":\"again\"}");
        Put($"{Name}.consumed.json", "{\"goal\":\"read\"}");
        WriteOwner(new ProcessOwner(Environment.MachineName, 999_999_999, "1"));

        Assert.NotNull(TakeAndFinish());
        Assert.NotNull(TakeAndFinish());
        Assert.Null(TakeAndFinish());
        Assert.Equal(["{\"goal\":\"again\"}", "{\"goal\":\"orphan\"}", "{\"goal\":\"read\"}"], System.IO.Directory.GetFiles(Directory).Select(File.ReadAllText).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_delivery_that_is_given_up_leaves_it_waiting()
    {
        Put($"{Name}.json");
        using (var delivery = ArtifactDelivery.OfNewest(Repository.Discover(_repo.Path), Machine()))
            Assert.NotNull(delivery);

        Assert.Equal([$"{Name}.json"], System.IO.Directory.GetFiles(Directory).Select(Path.GetFileName));
    }

    [Fact]
    public void A_temporary_file_of_a_writer_that_was_killed_is_swept()
    {
        Put($"{Name}.json");
        var left = Put($".tmp-999999999-1-0123456789abcdef-{ProcessOwner.Current.HostMark}1");
        var own = Put($".tmp-{Environment.ProcessId}-1-0123456789abcdef-{ProcessOwner.Current.Mark}");

        TakeAndFinish();

        Assert.Equal((false, true), (File.Exists(left), File.Exists(own)));
    }

    [Fact]
    public async Task Many_writers_of_one_second_all_keep_what_they_wrote()
    {
        var folder = new ArtifactFolder(Repository.Discover(_repo.Path));
        var now = new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

        var written = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() => ArtifactWriter.Write(folder, id => new HandoffArtifact { Id = id, CreatedAt = "2026-06-01T09:00:00Z", Goal = $"{i}" }, now))));

        Assert.Equal(32, written.Select(one => one.Path).Distinct(StringComparer.Ordinal).Count());
        Assert.All(written, one => Assert.Contains($"\"id\": \"{Path.GetFileNameWithoutExtension(one.Path)}\"", File.ReadAllText(one.Path), StringComparison.Ordinal));
        Assert.Equal(32, folder.Waiting().Count);
        Assert.EndsWith("T090031Z.json", folder.Waiting()[0], StringComparison.Ordinal);
    }

    private string? TakeAndFinish()
    {
        var leases = new ArtifactLeases(new ArtifactFolder(Repository.Discover(_repo.Path)), _state.Path);
        if (leases.TakeNewest() is not { } lease)
            return null;
        ArtifactLeases.Finish(lease);
        leases.Forget(lease);
        return lease;
    }

    private UserEnvironment Machine() => new(_state.Path, name => name == StateDirectory.Variable ? _state.Path : null);

    private string Put(string name, string content = "{}") => _repo.Write($".agents/handoff/{name}", content);

    private void WriteOwner(ProcessOwner owner)
    {
        var directory = System.IO.Directory.CreateDirectory(Path.Combine(_state.Path, "artifacts", StableHash.Of(Directory)));
        File.WriteAllBytes(Path.Combine(directory.FullName, $"{Name}.owner"), Encoding.UTF8.GetBytes(owner.ToString()));
    }

    public void Dispose()
    {
        _repo.Dispose();
        _state.Dispose();
    }
}
