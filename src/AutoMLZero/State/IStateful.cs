using AutoMLZero.Language;

namespace AutoMLZero.State;

/// <summary>Something that goes on exactly as before when its state is put into another one made alike.</summary>
public interface IStateful
{
    /// <summary>Writes everything that decides what comes next.</summary>
    /// <param name="writer">Where to.</param>
    void Save(StateWriter writer);

    /// <summary>Puts a saved state in place of the present one.</summary>
    /// <param name="reader">Where from.</param>
    /// <exception cref="InputException">The bytes are not the state of one like this.</exception>
    void Restore(StateReader reader);
}
