namespace Diplomacy.Analysis.Parsing;

#pragma warning disable CS1591 // The members are the relations of Universal Dependencies (version 2, English); its manual defines them.

/// <summary>
/// The relations of Universal Dependencies 2 with the subtypes of the English treebanks. <see cref="DependencyRelations"/>
/// gives the spelling of the treebanks (<c>nsubj:pass</c>) and the part before the colon.
/// </summary>
public enum DependencyRelation : byte
{
    None, Root, Acl, AclRelcl, Advcl, AdvclRelcl, Advmod, Amod, Appos, Aux, AuxPass, Case, Cc, CcPreconj, Ccomp, Clf,
    Compound, CompoundPrt, Conj, Cop, Csubj, CsubjOuter, CsubjPass, Dep, Det, DetPredet, Discourse, Dislocated, Expl,
    Fixed, Flat, Goeswith, Iobj, List, Mark, Nmod, NmodDesc, NmodPoss, NmodUnmarked, Nsubj, NsubjOuter, NsubjPass,
    Nummod, Obj, Obl, OblAgent, OblUnmarked, Orphan, Parataxis, Punct, Reparandum, Vocative, Xcomp,
}
