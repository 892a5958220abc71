using System.Text;
using CodeRelay.Agents.AgentOps;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Reports;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Files;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay inbox take --artifact`: prints the newest artifact and marks it as read.</summary>
internal static class ArtifactTake
{
    public static int Run(bool asJson)
    {
        var owner = CurrentRepository.ForHandoffs().RequireDirectory();
        using var delivery = Take(owner);
        var now = delivery is null ? WorktreeFacts.None : WorktreeFacts.Of(owner.Repository);
        if (asJson && delivery is null)
        {
            InboxOutput.Write(InboxJson.Empty(owner.Name));
        }
        else if (asJson)
        {
            InboxOutput.Write(InboxMessageJson.Of(owner.Name, InboxItemJson.Of(delivery!, owner.Name, now)));
        }
        else if (delivery is null)
        {
            Terminal.Error.WriteLine($"no artifact waits in {ArtifactFolder.Name} ({new ArtifactFolder(owner.Repository).Path})");
        }
        else
        {
            using var output = Terminal.OpenStrictOutput();
            output.Write(Encoding.UTF8.GetBytes(delivery.Frame(owner.Name, now)));
        }

        return delivery is null ? ExitCode.Success : Confirm(delivery);
    }

    private static ArtifactDelivery? Take(MailboxOwner owner)
    {
        try
        {
            return ArtifactDelivery.OfNewest(owner.Repository, UserEnvironment.Current);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MissingEnvironmentException($"nothing was taken from {ArtifactFolder.Name}: {e.Message.TrimEnd('.')}; free disk space or make the directory writable, or read it without taking it: `coderelay import --dry-run`");
        }
    }

    private static int Confirm(ArtifactDelivery delivery)
    {
        try
        {
            delivery.Confirm();
            return ExitCode.Success;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MissingEnvironmentException($"{delivery.Id} was shown but could not be marked as read, so it waits again: {e.Message.TrimEnd('.')}");
        }
    }
}
