using AutoMLZero.State;

namespace AutoMLZero.Search;

/// <summary>
/// The Pareto front of cost against fitness over all programs of a search: each member is fitter than all cheaper ones. Of equals the first stays.
/// When there are more than fit, the one that gains the least on its cheaper neighbor leaves; the cheapest and the fittest never do.
/// </summary>
public sealed class HallOfFame : IStateful
{
    private readonly List<HallOfFameMember> members = [];
    private readonly int capacity;

    /// <summary>Begins without members.</summary>
    /// <param name="capacity">The largest number of members, at least 2.</param>
    public HallOfFame(int capacity = 30)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 2);
        this.capacity = capacity;
    }

    /// <summary>The members, the cheapest first: both cost and fitness ascend.</summary>
    public ParetoFront Members => new([.. members]);

    /// <summary>The hall of fame of members of others.</summary>
    /// <param name="members">Their members, of equals first the one that is to stay.</param>
    public static HallOfFame Of(IEnumerable<HallOfFameMember> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var hall = new HallOfFame();
        foreach (var member in members) hall.Consider(member);
        return hall;
    }

    /// <summary>The cost below which a program becomes a member: 0 when it cannot, infinite when it is fitter than all members.</summary>
    /// <param name="fitness">Its fitness; no program of fitness 0 is a member.</param>
    public double CostToBeat(double fitness)
    {
        if (!(fitness > 0)) return 0;
        foreach (var member in members)
        {
            if (member.Fitness >= fitness) return member.Cost;
        }

        return double.PositiveInfinity;
    }

    /// <summary>Takes a program in unless a member is as cheap and as fit; members that are neither cheaper nor fitter than it leave.</summary>
    /// <param name="member">The program.</param>
    /// <returns>Whether it is a member now.</returns>
    public bool Consider(HallOfFameMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        var place = members.Count;
        while (place > 0 && members[place - 1].Cost > member.Cost) place--;
        if (place > 0 && members[place - 1].Fitness >= member.Fitness) return false;
        if (place > 0 && members[place - 1].Cost == member.Cost) place--;
        var end = place;
        while (end < members.Count && members[end].Fitness <= member.Fitness) end++;
        members.RemoveRange(place, end - place);
        members.Insert(place, member);
        if (members.Count > capacity) RemoveLeastGain();
        return members.Contains(member);
    }

    /// <inheritdoc/>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(members.Count);
        foreach (var member in members)
        {
            writer.WriteShared(member.Program, writer.Write);
            writer.Write(member.Fitness);
            writer.Write(member.Cost);
            writer.Write(member.Experiment);
        }
    }

    /// <inheritdoc/>
    public void Restore(StateReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        members.Clear();
        for (var left = reader.ReadCount(capacity); left > 0; left--)
        {
            members.Add(new HallOfFameMember(reader.ReadShared(reader.ReadProgram) ?? throw StateReader.Damaged(), reader.ReadDouble(), reader.ReadDouble())
            {
                Experiment = reader.ReadInt32(),
            });
        }
    }

    private void RemoveLeastGain()
    {
        var least = 1;
        for (var i = 2; i < members.Count - 1; i++)
        {
            if (members[i].Fitness - members[i - 1].Fitness < members[least].Fitness - members[least - 1].Fitness) least = i;
        }

        members.RemoveAt(least);
    }
}
